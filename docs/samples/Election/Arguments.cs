using System.Globalization;

namespace ElectionSample;

/// <summary>What the program was started with.</summary>
/// <param name="HasBug">Whether the system with the bug is explored.</param>
/// <param name="Schedules">How many schedules are run at most.</param>
/// <param name="File">Where a failure is written.</param>
public sealed record Arguments(bool HasBug, int Schedules, string File)
{
    /// <summary>What may be asked for.</summary>
    public const string Usage = "usage: Election [--bug] [--schedules N] [--file FILE]\nFILE, by default election.failure.md, gets the failure that was found";

    /// <summary>Reads them; null when something is wrong.</summary>
    public static Arguments? Read(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var read = new Arguments(HasBug: false, 2_000, "election.failure.md");
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            switch (args[i])
            {
                case "--bug":
                    read = read with { HasBug = true };
                    continue;
                case "--schedules" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var schedules) && schedules > 0:
                    read = read with { Schedules = schedules };
                    break;
                case "--file" when value.Length > 0:
                    read = read with { File = value };
                    break;
                default:
                    return null;
            }

            i++;
        }

        return read;
    }
}
