#include "searcher/related/log_likelihood.h"

#include <cmath>

namespace gisa {

namespace {

// ln of the likelihood of `met` of `all` at the rate `p`, without the binomial coefficient.
double log_of(double met, double all, double p) {
  const double with = met == 0 ? 0 : met * std::log(p);
  const double without = all == met ? 0 : (all - met) * std::log1p(-p);
  return with + without;
}

}  // namespace

double log_likelihood(double here, double all_here, double elsewhere, double all_elsewhere) {
  if (all_here == 0 || all_elsewhere == 0) return 0;
  const double rate_here = here / all_here;
  const double rate_elsewhere = elsewhere / all_elsewhere;
  const double rate = (here + elsewhere) / (all_here + all_elsewhere);
  const double ratio =
      2 * (log_of(here, all_here, rate_here) + log_of(elsewhere, all_elsewhere, rate_elsewhere) -
           log_of(here, all_here, rate) - log_of(elsewhere, all_elsewhere, rate));
  return rate_here >= rate_elsewhere ? ratio : -ratio;
}

}  // namespace gisa
