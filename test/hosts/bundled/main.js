import "desertion-stats";
