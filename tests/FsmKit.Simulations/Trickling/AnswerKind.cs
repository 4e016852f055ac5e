namespace FsmKit.Simulations.Trickling;

/// <summary>Ways of answering.</summary>
public enum AnswerKind
{
    /// <summary>In one call.</summary>
    Whole,

    /// <summary>Through the pipe of the response.</summary>
    Written,

    /// <summary>Through the pipe in two parts, with a long pause between them.</summary>
    Patiently,

    /// <summary>In many parts, without waiting for the client.</summary>
    Pushed,

    /// <summary>In another protocol, in two parts at once, which is more than may wait.</summary>
    Switched,

    /// <summary>In another protocol, in two parts with a long pause between them.</summary>
    SwitchedPatiently,
}
