"""What happens to the learner: grading, sessions, progress, the runner."""
