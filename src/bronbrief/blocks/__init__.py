"""The types of blocks that a section may hold: one module each, and the registry that lists them.

To add one: write a module with its spec model, its `brief.model.Block` and its `BlockType`, name it in
`registry.BLOCKS`, and give `templates/_shared/blocks.html.j2` a macro of the name that the block gives, with
its style in the sheets beside it. `tests/blocks` holds every block type in the registry to all its parts, and
`bronbrief schema --reference --output docs/spec-reference.md` writes it into the reference.
"""
