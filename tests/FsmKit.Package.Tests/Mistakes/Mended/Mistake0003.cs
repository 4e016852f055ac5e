namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0003
{
    private enum State
    {
        [Ignore<EvA>, Ignore<EvB>] One,
    }
}
