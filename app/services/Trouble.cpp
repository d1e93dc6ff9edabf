// SPDX-License-Identifier: Apache-2.0
#include "app/services/Trouble.hpp"

#include "domain/core/Message.hpp"
#include "domain/store/BrokenWorld.hpp"

#include <new>

namespace plumbline::app {

std::string what_broke(std::exception_ptr const& exception)
{
    try {
        std::rethrow_exception(exception);
    } catch (BrokenWorld const& broken) {
        return broken.what();
    } catch (std::bad_alloc const&) {
        return std::string{tr_noop("The computer has run out of memory. Nothing was half kept.")};
    } catch (...) {
        return std::string{tr_noop("Something broke inside the program. Nothing was half kept; please try again.")};
    }
}

} // namespace plumbline::app
