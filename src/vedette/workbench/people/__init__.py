"""Who may use the workbench: users, passwords, sessions, what each role may do, when each was last here."""
