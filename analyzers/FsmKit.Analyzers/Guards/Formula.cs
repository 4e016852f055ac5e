namespace FsmKit.Analyzers.Guards;

/// <summary>Condition of a guard as far as it can be decided: comparisons with constants, joined by and, or and not.</summary>
internal abstract record Formula
{
    public static readonly Formula True = new Fixed(true);

    public static readonly Formula False = new Fixed(false);

    /// <summary>The comparisons in the formula.</summary>
    public abstract IEnumerable<Comparison> Comparisons { get; }

    /// <summary>Whether the formula holds for a position of each subject.</summary>
    public abstract bool Holds(IReadOnlyDictionary<string, Place> values);

    public static Formula Not(Formula of) => of is Fixed { Value: var value } ? (value ? False : True) : new Negation(of);

    public static Formula And(Formula left, Formula right) => new Pair(left, right, IsAnd: true);

    public static Formula Or(Formula left, Formula right) => new Pair(left, right, IsAnd: false);

    /// <summary>Returns a formula that is one formula if a question holds, and another if it does not.</summary>
    public static Formula If(Formula question, Formula then, Formula otherwise) => Or(And(question, then), And(Not(question), otherwise));

    private sealed record Fixed(bool Value) : Formula
    {
        public override IEnumerable<Comparison> Comparisons => [];

        public override bool Holds(IReadOnlyDictionary<string, Place> values) => Value;
    }

    private sealed record Negation(Formula Of) : Formula
    {
        public override IEnumerable<Comparison> Comparisons => Of.Comparisons;

        public override bool Holds(IReadOnlyDictionary<string, Place> values) => !Of.Holds(values);
    }

    private sealed record Pair(Formula Left, Formula Right, bool IsAnd) : Formula
    {
        public override IEnumerable<Comparison> Comparisons => Left.Comparisons.Concat(Right.Comparisons);

        public override bool Holds(IReadOnlyDictionary<string, Place> values) => IsAnd ? Left.Holds(values) && Right.Holds(values) : Left.Holds(values) || Right.Holds(values);
    }
}
