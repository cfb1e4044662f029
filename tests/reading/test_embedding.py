"""Words are embedded once each, and as the pipeline does it."""

from typing import Any

import numpy
from spacy.language import Language
from thinc.api import Model

from vedette.reading.embedding import remember

TEXT = "Shells fell on Kosta on Tuesday.\n\nIt's the IS again, they said in Kosta, Kosta!"


def layers(nlp: Language, pipe: str) -> list[Any]:
    component: Any = nlp.get_pipe(pipe)
    return list(component.model.walk())


def embedding(nlp: Language) -> Any:
    """The layer that embeds for the tagger, as it was before it remembered."""
    return next(node for node in layers(nlp, "tok2vec") if node.name == "remembered").layers[0]


def wrapped(layer: Any, nlp: Language) -> Any:
    model: Any = Model("around", lambda model, docs, is_train: model.layers[0](docs, is_train), layers=[layer])
    remember(model, nlp.vocab)
    return model


def test_the_pipeline_remembers_what_it_embedded(nlp: Language) -> None:
    names = [node.name for pipe in ("tok2vec", "ner") for node in layers(nlp, pipe)]
    assert names.count("remembered") == 2


def test_vectors_are_those_of_the_layer(nlp: Language) -> None:
    docs = [nlp.make_doc(TEXT), nlp.make_doc(""), nlp.make_doc("Kosta")]
    layer = embedding(nlp)
    found, wanted = wrapped(layer, nlp).predict(docs), layer.predict(docs)
    assert [len(v) for v in found] == [len(v) for v in wanted] == [len(doc) for doc in docs]
    assert all(numpy.allclose(a, b, atol=1e-5) for a, b in zip(found, wanted, strict=True))


def test_a_changed_norm_is_another_word(nlp: Language) -> None:
    plain, changed = nlp.make_doc("IS fell"), nlp.make_doc("IS fell")
    changed[0].norm_ = "isis"
    model = wrapped(embedding(nlp), nlp)
    (a,), (b,) = model.predict([plain]), model.predict([changed])
    assert not numpy.allclose(a[0], b[0])
    assert numpy.array_equal(a[1], b[1])


def test_a_vector_does_not_hang_on_what_was_read_before(nlp: Language) -> None:
    layer, words = embedding(nlp), TEXT.split()
    fresh = wrapped(layer, nlp).predict([nlp.make_doc("Kosta fell")])[0]
    used = wrapped(layer, nlp)
    for word in words:
        used.predict([nlp.make_doc(word)])
    used.predict([nlp.make_doc(TEXT * 3)])
    assert numpy.array_equal(used.predict([nlp.make_doc("Kosta fell")])[0], fresh)


def test_layers_that_see_more_than_the_form_are_left_alone(nlp: Language) -> None:
    by_tag: Any = Model("extract_features", lambda *_: ([], None), attrs={"columns": ["NORM", "TAG"]})
    layer: Any = Model("chain", lambda *_: ([], None), layers=[by_tag, Model("ragged2list", lambda *_: ([], None))])
    model = wrapped(layer, nlp)
    assert model.layers == [layer]
