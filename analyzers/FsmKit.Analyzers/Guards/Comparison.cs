namespace FsmKit.Analyzers.Guards;

/// <summary>How a value stands to a constant.</summary>
internal enum Relation
{
    Equal,
    Less,
    Greater,
}

/// <summary>A comparison of something that a guard reads with a constant.</summary>
/// <param name="Subject">Names what is read: the same name, the same value, as long as no action has run between.</param>
/// <param name="Kind">What values the subject can have.</param>
/// <param name="Relation">What is asked.</param>
/// <param name="Constant">The constant: a number as <see cref="decimal"/> or <see cref="double"/>, any other value as it is; null for null.</param>
internal sealed record Comparison(string Subject, SubjectKind Kind, Relation Relation, object? Constant) : Formula
{
    /// <summary>All values that the subject can have, where they have names; null where they have not.</summary>
    public IReadOnlyList<object?>? Values { get; init; }

    public override IEnumerable<Comparison> Comparisons => [this];

    public override bool Holds(IReadOnlyDictionary<string, Place> values) => values[Subject] switch
    {
        { IsApart: true } => false,
        { Value: var value, Side: var side } => Relation switch
        {
            Relation.Equal => side == 0 && Equals(value, Constant),
            _ when value is null || Constant is null => false,
            Relation.Less => Order(value, side, Constant) < 0,
            _ => Order(value, side, Constant) > 0,
        },
    };

    private static int Order(object value, int side, object constant) => Comparer<object>.Default.Compare(value, constant) is var order && order != 0 ? order : side;
}

/// <summary>What values a subject can have.</summary>
internal enum SubjectKind
{
    /// <summary>True and false.</summary>
    Truth,

    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Whole numbers from zero on.</summary>
    Natural,

    /// <summary>Numbers with anything between them.</summary>
    Number,

    /// <summary>Values that are only equal or not.</summary>
    Other,
}

/// <summary>A value of a subject: a constant, or one just below or above it.</summary>
/// <param name="Value">The constant.</param>
/// <param name="Side">0 for the constant itself, -1 below, 1 above.</param>
/// <param name="IsApart">Whether it is a value that no constant is equal to, and none stands in an order to: also what is no number.</param>
internal readonly record struct Place(object? Value, int Side, bool IsApart = false);
