"""What users design, as versioned text: drafted, checked, approved, live, retired."""
