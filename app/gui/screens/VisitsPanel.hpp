// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/ChartPresenter.hpp"

#include <functional>

namespace plumbline::app::kit {
class HairlineList;
}

namespace plumbline::app::gui {

/// Every visit of the episode, newest first, with what was said and done.
class VisitsPanel final : public kit::Area {
public:
    VisitsPanel(wxWindow* parent, std::function<void(VisitId)> open);
    /// Broken: notes whose text is not what was signed.
    void draw(Chart const& chart, std::vector<VisitId> const& broken_seals);

private:
    std::function<void(VisitId)> open_;
    std::vector<VisitId> ids_;
    kit::HairlineList* list_ = nullptr;
};

/// Produced documents of the patient, newest first.
class DocumentsPanel final : public kit::Area {
public:
    DocumentsPanel(wxWindow* parent, std::function<void(DocumentId)> open, std::function<void()> make_report);
    void draw(Chart const& chart);

private:
    std::function<void(DocumentId)> open_;
    std::vector<DocumentId> ids_;
    kit::HairlineList* list_ = nullptr;
};

} // namespace plumbline::app::gui
