namespace FsmKit.Analyzers.Guards;

/// <summary>Relation of a value to a constant.</summary>
internal enum Relation
{
    Equal,
    Less,
    Greater,
}

/// <summary>Comparison of a subject, which a guard reads, with a constant.</summary>
/// <param name="Subject">Name of the subject. The same name means the same value, as long as no action runs in between.</param>
/// <param name="Kind">Kind of the values of the subject.</param>
/// <param name="Relation">The relation.</param>
/// <param name="Constant">The constant: a number as <see cref="decimal"/> or <see cref="double"/>, any other value as it is; null for null.</param>
internal sealed record Comparison(string Subject, SubjectKind Kind, Relation Relation, object? Constant) : Formula
{
    /// <summary>All values of the subject, if it has a finite set; otherwise null.</summary>
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

/// <summary>Kinds of values of a subject.</summary>
internal enum SubjectKind
{
    /// <summary>True and false.</summary>
    Truth,

    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Whole numbers, 0 or greater.</summary>
    Natural,

    /// <summary>Numbers with other numbers between any two.</summary>
    Number,

    /// <summary>Values that can only be compared for equality.</summary>
    Other,
}

/// <summary>Position of a value: a constant, or a value just below or above it.</summary>
/// <param name="Value">The constant.</param>
/// <param name="Side">0 for the constant itself, -1 below, 1 above.</param>
/// <param name="IsApart">Whether the value equals no constant and has no order to any; includes NaN.</param>
internal readonly record struct Place(object? Value, int Side, bool IsApart = false);
