namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0066 : GObj
{
    private enum State
    {
        [Ignore<EvA>, Ignore<EvB>] One,
    }

    private void AcLost() => Name.ToString();
}
