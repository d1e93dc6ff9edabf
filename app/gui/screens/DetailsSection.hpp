// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/AuthorizationsPresenter.hpp"
#include "app/services/Chart.hpp"

#include <functional>
#include <memory>
#include <optional>

class wxKeyEvent;

namespace plumbline::app::kit {
class Card;
class HairlineList;
class PlainButton;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

class DetailsPanel;

/// The section Details of a chart: the record of the person, and what payers and referrals allow.
class DetailsSection final : public kit::Area {
public:
    DetailsSection(wxWindow* parent, Desk& desk, std::function<void()> kept);

    void draw(std::shared_ptr<Chart const> const& chart);
    void add_authorization();
    void keep();
    void undo();
    void redo();
    bool key(wxKeyEvent const& event);

private:
    void build_authorizations();
    void draw_authorizations();
    void change_authorization(std::size_t index);
    void authorization_kept(AuthorizationId id);

    Desk& desk_;
    std::function<void()> kept_;
    std::shared_ptr<Chart const> chart_;
    std::optional<AuthorizationsPresenter> authorizations_;
    std::optional<AuthorizationId> wanted_; ///< Stands out when the list has come anew.
    DetailsPanel* panel_ = nullptr;
    kit::Card* card_ = nullptr;
    kit::HairlineList* list_ = nullptr;
    kit::PlainButton *add_ = nullptr, *change_ = nullptr;
    Connection redraw_;
};

} // namespace plumbline::app::gui
