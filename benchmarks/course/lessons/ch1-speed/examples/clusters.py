"""Three clusters found by k-means."""

# %%
import time

import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs
from sklearn.metrics import adjusted_rand_score

points, truth = make_blobs(300, centers=3, random_state=0)
model = KMeans(3, n_init=4, random_state=0).fit(points)
score = adjusted_rand_score(truth, model.labels_)
sizes = np.bincount(model.labels_)
print(f"{time.time_ns()} agreement {score:.3f}")
print(f"sizes {sizes.tolist()}")
