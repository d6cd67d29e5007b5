"""What a feature may say: phrases, Gherkin, and the lists and files made of them."""
