"""What `drws refresh-geography` does: an outside package of postcodes becomes two small files under `data/geography/`.

Nothing else in the generator imports this folder. Its outside packages are installed by `make geography` only.
"""
