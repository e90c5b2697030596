"""What `drws init` writes: a small, whole project, in `project/`, in every language that the package has words for."""
