#include "searcher/mcp/tool.h"

namespace gisa::mcp {

Tool search_tool();
Tool article_tool();
Tool count_tool();
Tool trend_tool();
Tool related_tool();
Tool status_tool();

const std::vector<Tool>& tools() {
  static const std::vector<Tool> kTools = {search_tool(), article_tool(), count_tool(),
                                           trend_tool(),  related_tool(), status_tool()};
  return kTools;
}

}  // namespace gisa::mcp
