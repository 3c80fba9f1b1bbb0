/** Coefficients of one rational approximation, from the constant term up. */
interface Rational {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

const CENTRAL: Rational = {
  numerator: [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
    45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  denominator: [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
    39307.89580009271061, 28729.085735721942674, 5226.495278852545925,
  ],
};
const NEAR_TAIL: Rational = {
  numerator: [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  denominator: [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
};
const FAR_TAIL: Rational = {
  numerator: [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  denominator: [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
};

/**
 * Quantile of the standard normal distribution, to about 1 part in 10^16.
 *
 * @param probability strictly between 0 and 1
 * Source: M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988); as R's qnorm
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1))
    throw new RangeError('a probability lies strictly between 0 and 1');
  const fromMedian = probability - 0.5;
  if (Math.abs(fromMedian) <= 0.425) {
    return fromMedian * evaluate(CENTRAL, 0.180625 - fromMedian * fromMedian);
  }
  const tail = Math.sqrt(-Math.log(fromMedian < 0 ? probability : 1 - probability));
  const magnitude = tail <= 5 ? evaluate(NEAR_TAIL, tail - 1.6) : evaluate(FAR_TAIL, tail - 5);
  return fromMedian < 0 ? -magnitude : magnitude;
}

/** From here on the continued fraction converges fast, and below it the series loses no digit that matters. */
const TAIL_START = 3;

/**
 * Probability that a standard normal variable exceeds `z`, to about 1 part in 10^13.
 *
 * Source: series and continued fraction of Abramowitz and Stegun 26.2.11 and 26.2.14; as R's
 * pnorm(lower.tail = FALSE)
 */
export function normalUpperTail(z: number): number {
  if (z < 0) return 1 - normalUpperTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return z < TAIL_START ? 0.5 - density * centralSeries(z) : density / millsFraction(z);
}

/** z + z³/3 + z⁵/(3·5) + … until terms no longer count. */
function centralSeries(z: number): number {
  let [sum, term] = [z, z];
  for (let odd = 3; term > sum * Number.EPSILON; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

/** z + 1/(z + 2/(z + 3/(z + …))), from the inside; 100 levels are more than z = 3 needs. */
function millsFraction(z: number): number {
  let fraction = z;
  for (let level = 100; level >= 1; level--) fraction = z + level / fraction;
  return fraction;
}

function evaluate({ numerator, denominator }: Rational, x: number): number {
  const polynomial = (coefficients: readonly number[]) =>
    coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
  return polynomial(numerator) / polynomial(denominator);
}
