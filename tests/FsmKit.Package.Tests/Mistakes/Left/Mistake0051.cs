namespace Mistakes;

[GClass(Version = 1), Input<EvC>, Input<EvA>]
public sealed partial class Mistake0051 : GObj
{
    private enum State
    {
        [Defer<EvC>, On<EvA>(Next = Two)] One,

        [On<EvC>(nameof(AcC)), Ignore<EvA>] Two,
    }

    private void AcC() => Name.ToString();
}
