// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/document/Page.hpp"

#include <wx/scrolwin.h>

#include <vector>

namespace plumbline::app::gui {

/// The finished pages one under another, as wide as the window allows. The pages must outlive it.
class PaperView final : public wxScrolled<wxWindow> {
public:
    explicit PaperView(wxWindow* parent);
    void set_pages(std::vector<reports::Page> const& pages);
    void go_to(std::size_t page);
    /// By whole pages, from the one in front.
    void turn(int by);

private:
    [[nodiscard]] int line() const;
    [[nodiscard]] double scale() const;
    [[nodiscard]] double page_height() const;
    void fit();
    void draw();

    std::vector<reports::Page> const* pages_ = nullptr;
};

} // namespace plumbline::app::gui
