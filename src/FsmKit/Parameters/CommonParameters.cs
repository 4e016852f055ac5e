namespace FsmKit;

/// <summary>The parameters that every gobj has.</summary>
internal static class CommonParameters
{
    public static readonly ParameterDescription Subscriber = new(
        nameof(GObj.Subscriber), "GObj?", "",
        "Which gobj gets the output events that it accepts, by its unique name or its path; empty is the parent. It counts at the creation.",
        static gobj => gobj.Subscriber is not { } subscriber ? "" : subscriber.IsUnique ? subscriber.Name : subscriber.Path,
        static (gobj, text) => gobj.Subscriber = gobj.FindSubscriber(text));

    public static readonly ParameterDescription[] All =
    [
        new(nameof(GObj.TraceMachine), nameof(MachineTraceLevel), nameof(MachineTraceLevel.Off), "How much of the machine's work goes to the log.",
            static gobj => gobj.TraceMachine.ToString(),
            static (gobj, text) => gobj.TraceMachine = ParameterText.ParseEnum<MachineTraceLevel>(text)),
        Subscriber,
    ];

    public static ParameterDescription? Find(string name) => Array.Find(All, parameter => ParameterNames.Same(parameter.Name, name));
}
