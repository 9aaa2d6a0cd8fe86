"""From a document as received to the text of a source: nothing lost, nothing added."""
