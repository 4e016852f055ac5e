namespace FsmKit.Generators;

/// <summary>
/// Names of the runtime library. They are text, because the generator does not reference the library. A test checks each.
/// </summary>
internal static class KnownNames
{
    /// <summary>Tool name in the <c>GeneratedCode</c> attribute of generated members.</summary>
    public const string Tool = "FsmKit";

    public const string Namespace = "FsmKit";
    public const string GClass = "GClassAttribute";
    public const string GClassMetadata = Namespace + "." + GClass;
    public const string GObj = "GObj";
    public const string GObjMetadata = Namespace + "." + GObj;
    public const string GAplic = "GAplic";
    public const string Input = "InputAttribute";
    public const string Output = "OutputAttribute";
    public const string On = "OnAttribute";
    public const string Ignore = "IgnoreAttribute";
    public const string Refuse = "RefuseAttribute";
    public const string Enter = "EnterAttribute";
    public const string Exit = "ExitAttribute";
    public const string After = "AfterAttribute";
    public const string Idle = "IdleAttribute";
    public const string Inside = "InsideAttribute";
    public const string Initial = "InitialAttribute";
    public const string History = "HistoryAttribute";
    public const string Final = "FinalAttribute";
    public const string Done = "DoneAttribute";
    public const string Always = "AlwaysAttribute";
    public const string Defer = "DeferAttribute";
    public const string Invoke = "InvokeAttribute";
    public const string Forward = "ForwardAttribute";
    public const string Parameter = "ParameterAttribute";
    public const string Acceptor = "IAccept";
    public const string Publisher = "IPublish";
    public const string KeptMember = "KeptAttribute";
    public const string MachineSnapshot = "MachineSnapshot";

    public const string StateEnum = "State";
    public const string ChangeState = "ChangeState";
    public const string Create = "Create";
    public const string Destroy = "Destroy";
    public const string Publish = "Publish";
    public const string StartUp = "StartUp";
    public const string StartTimer = "StartTimer";
    public const string StopTimer = "StopTimer";
    public const string TimeLeft = "TimeLeft";
    public const string InvokeCall = "Invoke";
    public const string Raise = "Raise";
    public const string CurrentState = "CurrentState";
    public const string IsIn = "IsIn";
    public const string Migrate = "Migrate";

    // Members that a gclass overrides.
    public const string Machine = "FsmMachine";
    public const string WaitsWhenBusy = "FsmWaitsWhenBusy";
    public const string Kept = "FsmKept";
    public const string Work = "FsmWork";
    public const string HandleKept = "FsmHandleKept";
    public const string EnterInitialState = "FsmEnterInitialState";
    public const string TimerDue = "FsmTimerDue";
    public const string SubscribeAll = "FsmSubscribeAll";
    public const string Queues = "FsmQueues";
    public const string LeftIn = "FsmLeftIn";
    public const string VisitSubscribers = "FsmVisitSubscribers";
    public const string Ask = "FsmAsk";
    public const string CheckParameters = "FsmCheckParameters";
    public const string Version = "FsmVersion";
    public const string FsmMigrate = "FsmMigrate";
    public const string Save = "FsmSave";
    public const string Load = "FsmLoad";
    public const string LoadInput = "FsmLoadInput";
    public const string Arm = "FsmArm";
    public const string Resume = "FsmResume";

    public static readonly string[] Overrides =
    [
        Machine, WaitsWhenBusy, Kept, HandleKept, EnterInitialState, TimerDue, SubscribeAll, VisitSubscribers, Ask, Queues, LeftIn, CheckParameters, Work,
        Version, FsmMigrate, Save, Load, LoadInput, Arm, Resume,
    ];
}
