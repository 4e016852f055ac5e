using System.Globalization;
using System.Text;

namespace FsmKit.Testing.Choosing;

/// <summary>
/// Writes and reads choices as text: <c>1:picks/values</c>, numbers in base 36 with dots between them, a run of n zeros as <c>-n</c>. The
/// text of a failure thus fits into a message and a file.
/// </summary>
internal static class ChoiceText
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const string Version = "1:";
    private const char Between = '/';

    public static string Write(Choices choices) => Version + Write(choices.Picks) + (choices.Values.Count == 0 ? "" : Between + Write(choices.Values));

    /// <exception cref="FormatException">The text has another form.</exception>
    public static Choices Read(string text)
    {
        if (!text.StartsWith(Version, StringComparison.Ordinal) || text.Split(Between) is not { Length: <= 2 } parts)
        {
            throw new FormatException($"'{text}' are no choices of a schedule: those are '{Version}picks{Between}values'.");
        }

        return new Choices(ReadNumbers(parts[0][Version.Length..]), parts.Length == 2 ? ReadNumbers(parts[1]) : []);
    }

    private static string Write(IReadOnlyList<int> numbers)
    {
        var parts = new List<string>();
        for (var at = 0; at < numbers.Count;)
        {
            var zeros = 0;
            while (at + zeros < numbers.Count && numbers[at + zeros] == 0)
            {
                zeros++;
            }

            parts.Add(zeros > 1 ? $"-{zeros}" : Number(numbers[at]));
            at += Math.Max(1, zeros);
        }

        return string.Join('.', parts);
    }

    private static List<int> ReadNumbers(string text)
    {
        var numbers = new List<int>();
        foreach (var part in text.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part[0] == '-')
            {
                numbers.AddRange(Enumerable.Repeat(0, int.Parse(part.AsSpan(1), CultureInfo.InvariantCulture)));
            }
            else
            {
                numbers.Add(part.Aggregate(0, static (number, digit) => Digits.IndexOf(digit, StringComparison.Ordinal) is >= 0 and var value
                    ? checked((number * Digits.Length) + value)
                    : throw new FormatException($"'{digit}' is no digit of a choice.")));
            }
        }

        return numbers;
    }

    private static string Number(int number)
    {
        var text = new StringBuilder();
        do
        {
            text.Insert(0, Digits[number % Digits.Length]);
            number /= Digits.Length;
        }
        while (number > 0);
        return text.ToString();
    }
}
