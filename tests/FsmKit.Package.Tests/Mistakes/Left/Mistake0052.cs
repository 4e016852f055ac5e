namespace Mistakes;

[GClass(Version = -1), Input<EvA>, Input<EvB>]
public sealed partial class Mistake0052 : GObj
{
    private enum State
    {
        [Ignore<EvA>, Ignore<EvB>] One,
    }
}
