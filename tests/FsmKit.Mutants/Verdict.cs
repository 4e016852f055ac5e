namespace FsmKit.Mutants;

/// <summary>Finder of a fault: the first of these that finds it.</summary>
internal enum Verdict
{
    /// <summary>A rule of FsmKit, as an error or a warning.</summary>
    Rule,

    /// <summary>The compiler.</summary>
    Compiler,

    /// <summary>A rule of FsmKit, as advice that an editor shows and a build does not.</summary>
    Advice,

    /// <summary>The reviewed table alone.</summary>
    Table,

    Silent,
}
