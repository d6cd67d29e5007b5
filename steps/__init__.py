"""The phrases of features, in English and in Korean: each calls page objects or arranges the scene.

A module is an area of the vocabulary. Its docstring begins with the area's name in English, then in Korean:
`renewal steps` shows them. So may a function's, where its phrase needs explaining.
"""
