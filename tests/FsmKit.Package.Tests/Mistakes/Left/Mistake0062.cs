namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0062 : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA)), Ignore<EvB>] One,
    }

    private void AcA() => Name.ToString();
}
