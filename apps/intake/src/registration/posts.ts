export { PostTable } from '@huiying/service';
