namespace FsmKit;

/// <summary>The parameters that every gobj has.</summary>
internal static class CommonParameters
{
    public static readonly ParameterDescription[] All =
    [
        new(nameof(GObj.TraceMachine), nameof(MachineTraceLevel), nameof(MachineTraceLevel.Off), "How much of the machine's work goes to the log.",
            static gobj => gobj.TraceMachine.ToString(),
            static (gobj, text) => gobj.TraceMachine = ParameterText.ParseEnum<MachineTraceLevel>(text)),
    ];

    public static ParameterDescription? Find(string name) => Array.Find(All, parameter => ParameterNames.Same(parameter.Name, name));
}
