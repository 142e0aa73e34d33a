"""What acting otherwise would have done: back-tests of the policy on the past, in money, without looking ahead."""
