/// <summary>An action of the tables: its name, and its statements with <c>{v}</c> for the payload and <c>{k}</c> for a constant of the event.</summary>
internal sealed class CellAction(string name, string statements)
{
    /// <summary>Least payload for which the guards hold. Payloads are 0 to 127.</summary>
    public const int Limit = 64;

    /// <summary>Actions with the event as their parameter.</summary>
    public static readonly CellAction[] WithPayload =
    [
        new("AcAdd", "Sum += {v} + {k}"),
        new("AcMix", "Mix ^= {v} * {k}"),
        new("AcKeep", "Last = {v} - {k}"),
        new("AcBoth", "Sum -= {v}; Last = {k}"),
    ];

    /// <summary>Actions without a parameter.</summary>
    public static readonly CellAction[] Plain =
    [
        new("AcCount", "Count++"),
        new("AcDrop", "Count -= 2"),
        new("AcTurn", "Mix = (Mix << 1) ^ Count"),
        new("AcClear", "Last = 0"),
    ];

    public string Name { get; } = name;

    /// <summary>Returns one action; three of five have a payload.</summary>
    public static CellAction Any(SplitMix random) => random.Chance(60) ? WithPayload[random.Below(4)] : Plain[random.Below(4)];

    /// <summary>Returns the statements for a payload, given as an expression, and a constant.</summary>
    public string Statements(string value = "", int constant = 0) => statements.Replace("{v}", value).Replace("{k}", $"{constant}");
}
