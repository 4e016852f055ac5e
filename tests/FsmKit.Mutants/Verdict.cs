namespace FsmKit.Mutants;

/// <summary>Who sees a fault.</summary>
internal enum Verdict
{
    /// <summary>A rule of FsmKit, as an error or a warning.</summary>
    Rule,

    /// <summary>The reviewed table, and no other rule.</summary>
    Table,

    /// <summary>Only the compiler.</summary>
    Compiler,

    /// <summary>Only advice that a build does not show.</summary>
    Advice,

    Silent,
}
