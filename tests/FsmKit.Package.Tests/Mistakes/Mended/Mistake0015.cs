namespace Mistakes;

public static class Mistake0015
{
    public static GObj Make(GAplic app) => new Good();
}
