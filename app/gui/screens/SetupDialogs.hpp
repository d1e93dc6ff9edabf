// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/presenters/AuthorizationFormPresenter.hpp"
#include "app/presenters/CodeFormPresenter.hpp"
#include "app/presenters/HoursFormPresenter.hpp"
#include "app/presenters/NewPasswordPresenter.hpp"
#include "app/presenters/ResourceFormPresenter.hpp"

#include <memory>

class wxWindow;

namespace plumbline::app::gui {

// The forms of what schedule and units rest on; each tells whether something was kept, or which.

[[nodiscard]] std::optional<AuthorizationId> edit_authorization(
    wxWindow* parent, std::unique_ptr<AuthorizationFormPresenter> presenter);
[[nodiscard]] bool edit_hours(wxWindow* parent, std::unique_ptr<HoursFormPresenter> presenter);
/// Empty when nothing was kept.
[[nodiscard]] FeeEdit edit_code(wxWindow* parent, std::unique_ptr<CodeFormPresenter> presenter);
[[nodiscard]] bool edit_resource(wxWindow* parent, std::unique_ptr<ResourceFormPresenter> presenter);
/// True when the colleague has the new password.
[[nodiscard]] bool give_password(wxWindow* parent, std::unique_ptr<NewPasswordPresenter> presenter);

} // namespace plumbline::app::gui
