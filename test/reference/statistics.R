# Reference values for src/experiments and src/funnel/statistics.ts, by R's own functions where R has one,
# else by the published formula written out here. It shares no code with growth.
#
# Rscript test/reference/statistics.R > test/reference/statistics.csv
#
# Columns: kind, up to eight inputs (a to h, empty where a kind has fewer), up to three results (x, y, z).
out <- function(kind, inputs, results) {
  pad <- function(v, n) c(sprintf("%.17g", v), rep("", n - length(v)))
  cat(paste(c(kind, pad(inputs, 8), pad(results, 3)), collapse = ","), "\n", sep = "")
}
cat("# ", R.version.string, "\n", sep = "")
cat("kind,a,b,c,d,e,f,g,h,x,y,z\n")

# qnorm: a = probability; x = quantile. Up to 1 - 1e-15 from below, and far into the lower tail.
for (p in c(1e-300, 1e-100, 1e-50, 1e-20, 1e-15, 1e-12, 1e-10, 1e-8, 1e-6, 1e-5, 1e-4, 0.001, 0.005, 0.01,
            0.025, 0.05, 0.0749, 0.075, 0.0751, 0.1, 0.2, 0.3, 0.4, 0.49999, 0.5, 0.500001, 0.6, 0.7, 0.8, 0.9,
            0.924, 0.925, 0.926, 0.95, 0.975, 0.98, 0.99, 0.995, 0.9975, 0.999, 0.9999, 0.999999, 1 - 1e-9,
            1 - 1e-12, 1 - 1e-15))
  out("qnorm", p, qnorm(p))

# upper_tail: a = z; x = P(Z > z).
for (z in c(-8, -5, -3, -2.5, -1, -0.1, 0, 1e-9, 0.1, 0.5, 1, 1.5, 1.96, 2, 2.5, 2.999, 3, 3.001, 3.5, 4, 5, 6,
            8, 10, 20, 37))
  out("upper_tail", z, pnorm(z, lower.tail = FALSE))

# sample_size: a = baseline, b = relative effect, c = alpha, d = power, e = sides, f = variants, g = ratio;
# x = control, y = each treatment, z = total.
design <- function(p1, effect, alpha, power, sides, variants, ratio) {
  p2 <- p1 * (1 + effect)
  if (ratio == 1) {
    n <- power.prop.test(p1 = p1, p2 = p2, sig.level = alpha / (variants - 1), power = power,
      alternative = if (sides == 1) "one.sided" else "two.sided", tol = 1e-13)$n
  } else {
    pooled <- (p1 + ratio * p2) / (1 + ratio)
    za <- qnorm(alpha / (variants - 1) / sides, lower.tail = FALSE)
    n <- (za * sqrt((1 + 1 / ratio) * pooled * (1 - pooled)) +
      qnorm(power) * sqrt(p1 * (1 - p1) + p2 * (1 - p2) / ratio))^2 / (p1 - p2)^2
  }
  n
}
size_row <- function(p1, effect, alpha, power, sides, variants, ratio) {
  n <- design(p1, effect, alpha, power, sides, variants, ratio)
  control <- ceiling(n - 1e-9)
  treatment <- ceiling(ratio * n - 1e-9)
  out("sample_size", c(p1, effect, alpha, power, sides, variants, ratio),
    c(control, treatment, control + (variants - 1) * treatment))
}
for (p1 in c(0.001, 0.01, 0.05, 0.1, 0.3, 0.5, 0.8)) for (effect in c(0.02, 0.05, 0.1, 0.2)) size_row(p1, effect, 0.05, 0.8, 2, 2, 1)
for (power in c(0.7, 0.9, 0.95, 0.99)) for (sides in 1:2) size_row(0.1, 0.1, 0.05, power, sides, 2, 1)
for (alpha in c(0.001, 0.01, 0.1, 0.2)) size_row(0.25, 0.08, alpha, 0.8, 2, 2, 1)
for (variants in c(3, 4, 5, 10)) for (ratio in c(1, 0.5, 2)) size_row(0.1, 0.1, 0.05, 0.8, 2, variants, ratio)
for (ratio in c(0.01, 0.1, 0.25, 1 / 3, 0.5, 2, 3, 4, 9, 100)) size_row(0.1, 0.1, 0.05, 0.8, 2, 2, ratio)

# power: a = baseline, b = relative effect, c = users of the control, d = alpha, e = sides; x = power.
for (effect in c(0.005, 0.015, 0.03, 0.1, 0.2, 0.5)) for (n in c(500, 5000, 50000)) for (sides in 1:2)
  out("power", c(0.1, effect, n, 0.05, sides), power.prop.test(n = n, p1 = 0.1, p2 = 0.1 * (1 + effect),
    sig.level = 0.05, alternative = if (sides == 1) "one.sided" else "two.sided")$power)

# mde: a = baseline, b = users of the control, c = alpha, d = power, e = sides, f = variants, g = ratio;
# x = relative effect, by uniroot on the size.
for (p1 in c(0.01, 0.1, 0.4)) for (n in c(2000, 10000, 250000)) for (design_of in list(c(2, 2, 1), c(1, 2, 1), c(2, 4, 1), c(2, 2, 3), c(2, 3, 0.5))) {
  formula <- function(effect) {
    p2 <- p1 * (1 + effect); r <- design_of[3]; pooled <- (p1 + r * p2) / (1 + r)
    (qnorm(0.05 / (design_of[2] - 1) / design_of[1], lower.tail = FALSE) * sqrt((1 + 1 / r) * pooled * (1 - pooled)) +
      qnorm(0.8) * sqrt(p1 * (1 - p1) + p2 * (1 - p2) / r))^2 / (p1 - p2)^2 - n
  }
  root <- uniroot(formula, c(1e-5, (1 / p1 - 1) * (1 - 1e-9)), tol = 1e-14, maxiter = 10000)$root
  out("mde", c(p1, n, 0.05, 0.8, design_of), root)
}

# wilson: a = successes, b = observations, c = confidence; x = low, y = high.
wilson <- function(x, n, level) suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int
for (n in c(1, 2, 10, 37, 1000, 1e6)) for (share in c(0, 0.1, 0.5, 0.9, 1)) {
  x <- round(n * share)
  out("wilson", c(x, n, 0.95), wilson(x, n, 0.95))
}
for (level in c(0.9, 0.975, 0.99, 1 - 0.05 / 3)) out("wilson", c(56, 70, level), wilson(56, 70, level))

# z_test: a, b = conversions and users of the control, c, d = of the treatment; x = z (treatment above the
# control is positive), y = two-sided p. newcombe: the same and e = confidence; x = low, y = high of the
# difference, from the Wilson bounds of prop.test (Newcombe 1998, method 10).
# Newcombe's own table II: 56/70 - 48/80, 9/10 - 3/10, 6/7 - 2/7, 5/56 - 0/29, 0/10 - 0/20, 10/10 - 0/20, 10/10 - 0/10.
pairs <- list(c(48, 80, 56, 70), c(3, 10, 9, 10), c(2, 7, 6, 7), c(0, 29, 5, 56), c(0, 20, 0, 10), c(0, 20, 10, 10),
  c(0, 10, 10, 10), c(1000, 10000, 1100, 10000), c(1000, 10000, 1000, 10000), c(1100, 10000, 1000, 10000),
  c(375, 807, 432, 807), c(375, 807, 415, 807), c(992, 9915, 3300, 29745), c(50, 1000, 75, 1000), c(6, 40, 12, 44),
  c(6370, 637010, 6689, 637010), c(20, 100, 21, 100), c(500, 600, 470, 600))
for (pair in pairs) {
  x <- pair[c(1, 3)]; n <- pair[c(2, 4)]
  expected <- min(outer(n, c(sum(x), sum(n) - sum(x))) / sum(n))
  if (expected >= 5) {
    test <- prop.test(x, n, correct = FALSE)
    out("z_test", pair, c(sign(x[2] / n[2] - x[1] / n[1]) * sqrt(unname(test$statistic)), test$p.value))
  } else {
    out("too_little", pair, expected)
  }
  for (level in c(0.95, 0.99)) {
    control <- wilson(x[1], n[1], level); treatment <- wilson(x[2], n[2], level); p <- x / n
    out("newcombe", c(pair, level), p[2] - p[1] + c(
      -sqrt((p[2] - treatment[1])^2 + (control[2] - p[1])^2), sqrt((treatment[2] - p[2])^2 + (p[1] - control[1])^2)))
  }
}

# sample_ratio: a = ratio of a treatment to the control, b = variants, c to h = users of each variant;
# x = chi-squared, y = p.
split_row <- function(ratio, counts) {
  test <- chisq.test(counts, p = c(1, rep(ratio, length(counts) - 1)), rescale.p = TRUE)
  out("sample_ratio", c(ratio, length(counts), counts), c(unname(test$statistic), test$p.value))
}
split_row(1, c(821588, 815482))
for (gap in c(0, 1, 10, 50, 100, 150, 200, 400)) split_row(1, c(5000 + gap, 5000 - gap))
for (gap in c(0, 30, 90, 180)) split_row(3, c(2500 + gap, 7500 - gap))
for (gap in c(0, 30, 90, 180)) split_row(0.5, c(5000 - gap, 2500 + gap))
for (gap in c(0, 30, 90, 180)) {
  split_row(1, c(5000, 5000 + gap, 5000 - gap))
  split_row(1, c(5000 - gap, 5000, 5000 + gap, 5000))
  split_row(2, c(5000 - gap, 10000, 10000 + gap, 10000, 10010))
  split_row(1, c(900, 900 + gap, 900, 900 - gap, 905, 895))
}
