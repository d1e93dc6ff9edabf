// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/PaperView.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/PagePainter.hpp"
#include "app/gui/kit/Painting.hpp"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>

#include <algorithm>
#include <memory>

namespace plumbline::app::gui {

namespace step = kit::step;

PaperView::PaperView(wxWindow* parent)
    : wxScrolled<wxWindow>{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxWANTS_CHARS}
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    kit::a11y::name(this, "Pages of the report");
    kit::a11y::role(this, kit::a11y::Role::Image);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { draw(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fit();
        event.Skip();
    });
}

void PaperView::set_pages(std::vector<reports::Page> const& pages)
{
    pages_ = &pages;
    fit();
    Refresh();
}

void PaperView::go_to(std::size_t page)
{
    Scroll(0, static_cast<int>(static_cast<double>(page) * page_height() / line()));
}

void PaperView::turn(int by)
{
    auto const last = pages_ && !pages_->empty() ? static_cast<int>(pages_->size()) - 1 : 0;
    int const front = static_cast<int>((GetViewStart().y + 1) * line() / page_height());
    go_to(static_cast<std::size_t>(std::clamp(front + by, 0, last)));
}

int PaperView::line() const
{
    return FromDIP(step::xl);
}

double PaperView::scale() const
{
    if (!pages_ || pages_->empty())
        return 1;
    return std::max(0.3, (GetClientSize().GetWidth() - 2.0 * FromDIP(step::xl)) / pages_->front().width);
}

double PaperView::page_height() const
{
    return pages_ && !pages_->empty() ? pages_->front().height * scale() + FromDIP(step::l) : 1;
}

void PaperView::fit()
{
    std::size_t const count = pages_ ? pages_->size() : 0;
    SetVirtualSize(-1, static_cast<int>(static_cast<double>(count) * page_height()) + FromDIP(step::l));
    SetScrollRate(0, line());
}

void PaperView::draw()
{
    wxAutoBufferedPaintDC dc{this};
    dc.SetBackground(wxBrush{kit::palette().rail});
    dc.Clear();
    if (!pages_)
        return;
    std::unique_ptr<wxGraphicsContext> const context{wxGraphicsContext::Create(dc)};
    double top = FromDIP(step::l) - GetViewStart().y * line();
    for (reports::Page const& page : *pages_) {
        double const left = (GetClientSize().GetWidth() - page.width * scale()) / 2;
        bool const seen = top + page_height() > 0 && top < GetClientSize().GetHeight();
        if (seen) {
            context->PushState();
            context->Translate(left, top);
            kit::paint(*context, page, scale());
            context->PopState();
        }
        top += page_height();
    }
}

} // namespace plumbline::app::gui
