namespace FsmKit.Analyzers;

/// <summary>The ids of the rules; an id is never used for anything else, also when its rule is gone.</summary>
internal static class DiagnosticIds
{
    public const string NotPartial = "FSM0001";
    public const string NotSealed = "FSM0002";
    public const string NotAGObj = "FSM0003";
    public const string StateEnum = "FSM0004";
    public const string Call = "FSM0005";
    public const string Next = "FSM0006";
    public const string UnansweredEvent = "FSM0007";
    public const string UnreachableRow = "FSM0008";
    public const string UndeclaredInput = "FSM0009";
    public const string UndeclaredOutput = "FSM0010";
    public const string Parameter = "FSM0011";
    public const string Delay = "FSM0012";
    public const string BorrowedInput = "FSM0013";
    public const string NotAGClass = "FSM0014";
    public const string MadeWithNew = "FSM0015";
    public const string AsyncAction = "FSM0016";
    public const string SameValue = "FSM0017";
    public const string OutOfReach = "FSM0018";
    public const string SecondGClass = "FSM0019";
    public const string TakenName = "FSM0020";
    public const string Constructor = "FSM0021";
    public const string FlagsState = "FSM0022";
    public const string Inside = "FSM0024";
    public const string Initial = "FSM0025";
    public const string Reenter = "FSM0026";
    public const string PseudoState = "FSM0027";
    public const string Done = "FSM0028";
    public const string Always = "FSM0029";
    public const string UndeclaredDelivery = "FSM0030";
    public const string Defer = "FSM0031";
    public const string Invoke = "FSM0032";
    public const string ForwardTarget = "FSM0040";
    public const string ForwardOutput = "FSM0041";
    public const string Kept = "FSM0050";
    public const string SnapshotJson = "FSM0051";
    public const string SnapshotSetup = "FSM0052";
    public const string UnreachableState = "FSM0060";
    public const string Trap = "FSM0061";
    public const string UnhandledInput = "FSM0062";
    public const string DeferredForever = "FSM0063";
    public const string SwallowedEvent = "FSM0064";
    public const string UnpublishedOutput = "FSM0065";
    public const string UnusedMember = "FSM0066";
    public const string IdleRow = "FSM0067";
    public const string GeneratorFault = Generators.GeneratorFault.Id;
}
