using Mistakes;

using var app = new GAplic("app");
var tried = 0;
foreach (var gobj in new GObj[] { app.Create<Mistake0001>(), app.Create<Mistake0003>(), app.Create<Mistake0007>(), app.Create<Mistake0080>(), Mistake0015.Make(app) })
{
    tried += gobj.StateName == "One" ? 1 : 0;
}

Console.WriteLine($"{tried} mended gclasses begin in One");
