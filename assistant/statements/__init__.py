"""All that code says as whole sentences, each with the facts that it states."""
