#pragma once

namespace gisa {

// How unlikely it is that a word is as frequent here as elsewhere: -2 ln of the likelihood ratio of
// two binomial distributions (Dunning 1993, Accurate Methods for the Statistics of Surprise and
// Coincidence). `here` of `all_here` texts have the word, `elsewhere` of `all_elsewhere`; positive
// if it is the more frequent here, negative if elsewhere, 0 if there is no difference.
double log_likelihood(double here, double all_here, double elsewhere, double all_elsewhere);

}  // namespace gisa
