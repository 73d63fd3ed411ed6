"""Rule packs: data in files, their typed reader, and the layers that make one council's rules."""
