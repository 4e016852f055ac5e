namespace FsmKit;

/// <summary>Parameters that every gobj has.</summary>
internal static class CommonParameters
{
    public static readonly ParameterDescription Subscriber = new(
        nameof(GObj.Subscriber), "GObj?", "",
        "Unique name or path of the gobj that gets the output events that it accepts; empty is the parent. The value counts at the creation only.",
        static gobj => gobj.Subscriber is not { } subscriber ? "" : subscriber.IsUnique ? subscriber.Name : subscriber.Path,
        static (gobj, text) => gobj.Subscriber = gobj.FindSubscriber(text));

    public static readonly ParameterDescription[] All =
    [
        new(nameof(GObj.TraceMachine), nameof(MachineTraceLevel), nameof(MachineTraceLevel.Off), "Trace level of the machine in the log.",
            static gobj => gobj.TraceMachine.ToString(),
            static (gobj, text) => gobj.TraceMachine = ParameterText.ParseEnum<MachineTraceLevel>(text)) { IsReloadable = true },
        Subscriber,
    ];

    public static ParameterDescription? Find(string name) => Array.Find(All, parameter => ParameterNames.Same(parameter.Name, name));
}
