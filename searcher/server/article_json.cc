#include <string>
#include <string_view>

#include "common/error/foreign_error.h"
#include "gisa/json.h"
#include "searcher/outputs/json.h"
#include "searcher/request/marked_article.h"

namespace gisa {

std::string article_in_json(Searcher& searcher, const std::string& id, std::string_view query,
                            const std::string& synonyms) {
  return at_boundary([&] {
    searcher.refresh();
    Answer whole{{}, std::string(query), {}};
    whole.result.hits = marked_article(searcher, id, query, synonyms, whole.result.notes);
    whole.result.total = 1;
    whole.result.total_exact = true;
    nlohmann::ordered_json out = to_json(whole, {});
    out["text"] = article_text(whole.result.hits);
    return line_of(out);
  });
}

}  // namespace gisa
