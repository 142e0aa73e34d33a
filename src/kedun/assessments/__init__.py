"""The rows that hold readings, score, grade and verdicts, and the engines that compute them."""
