"""What a council meeting needs: the dossier, its names, stamps and metadata."""
