namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0029 : GObj
{
    private enum State
    {
        [Always(nameof(AcA)), Ignore<EvA>, Ignore<EvB>] One,
    }

    private void AcA() => Name.ToString();
}
