"""The phrases of features, in English and in Korean: each calls page objects or arranges the scene."""
