/// Numbers of credit and debit cards (ISO/IEC 7812).
enum CardNumbers {
    /// Whether a run is written as a card's number is, begins as one, and agrees with its check digit (Luhn).
    static func isCard(_ run: DigitRun) -> Bool {
        guard (13...19).contains(run.digits.count), !run.beginsWithPlus, !run.hasBracket else { return false }
        guard run.separators.allSatisfy({ $0 == " " || $0 == "-" }), isGrouped(run.groups) else { return false }
        guard (3...6).contains(run.digits[0]) || (run.digits[0] == 2 && (2...7).contains(run.digits[1])) else { return false }
        guard Set(run.digits).count > 1 else { return false }
        let sum = run.digits.reversed().enumerated().reduce(0) { sum, digit in
            let doubled = digit.element * (digit.offset % 2 + 1)
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum % 10 == 0
    }

    /// Together, in fours with a shorter last group, or as American Express and Diners Club print them.
    private static func isGrouped(_ groups: [Int]) -> Bool {
        if groups.count == 1 || groups == [4, 6, 5] || groups == [4, 6, 4] { return true }
        return groups.dropLast().allSatisfy { $0 == 4 } && (groups.last ?? 0) <= 4
    }
}
