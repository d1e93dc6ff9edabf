// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Shell.hpp"
#include "persistence/Door.hpp"

#include <exception>
#include <iostream>

int main(int argc, char** argv)
{
    using namespace plumbline;
    try {
        app::SystemClock clock;
        IdMaker ids{clock};
        auto const door = persistence::make_door(clock, ids);
        app::cli::Shell shell{std::cin, std::cout, std::cerr, *door, clock, ids};
        return app::cli::run(argc, argv, shell);
    } catch (std::exception const&) {
        // The text of an unknown fault may hold a patient's data, so it is not shown.
        std::cerr << "plumbline-cli: something broke that should not have. Nothing half done was kept.\n";
        return static_cast<int>(app::cli::Exit::Failure);
    }
}
