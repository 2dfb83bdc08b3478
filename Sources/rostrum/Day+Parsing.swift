import ArgumentParser
import Model

extension Day {
    /// For an option that takes a day.
    static func parse(_ argument: String) throws -> Day {
        guard let day = Day(argument) else {
            throw ValidationError("Write a day that there is, as in 2026-12-31, with a year from 1900 to 2999.")
        }
        return day
    }
}
